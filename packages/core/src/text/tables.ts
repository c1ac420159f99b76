/**
 * Which code points are marks that stack on others, and which are letters or digits: as Unicode 17.0 has them, for ever. The
 * engine's own tables grow with its version, and two members of one room may not disagree about what a text is.
 *
 * A row is a list of runs in order of code points: how many are left out since the last run, and where it is longer than one, how many
 * are in it, in base 36.
 */

/** Nonspacing and enclosing marks (general categories Mn, Me). */
export const markRuns = [
  'lc.34 7n.7 7b.19 1 1.2 1.2 1 20.b 1c.l g 2t.7 2.6 2.2 1.4 z u.r 2j.b 1m.9 9 o.4 1.9 1.3 1.5 17.3 1n.9',
  '16.o 1.w 1j 1 4.8 4 3.7 a.2 t 1m 4.4 8 k.2 q 2.2 1l 4.2 4.2 2.3 3 u.2 3 b.2 1l 4.5 1.2 4 k.2 m.6 1 1m 2',
  '1.4 8 7.2 b.2 u 1p c 1e 3 1j 1.3 5.3 1.4 7.2 b.2 t 1m 2 6 5.2 k.2 s.2 1l.2 4.4 8 k.2 t 20 7.3 1 2i 2.7',
  'c.8 2q 2.9 b.7 21.2 r 1 1 1j.e 1.5 1.2 5.b 1.10 9 2u.4 1.6 1.2 2.2 p.2 4.3 g.4 d 2.2 6 f jj.3 qa.3 t.2',
  'u.2 u.2 1s.2 1.7 8 2.b 9 19.3 1 39.2 y 3a.3 4.2 9 6.3 63.2 2 1m 1.7 1 1 2.8 6.a 2 1c.1a 2.c k.4 1c 1.5 1',
  '5 14.9 c.2 w.4 2.2 1.3 1k 1.2 3 1.3 1m.8 2.2 48.3 1.d 1.7 4 6 3.2 5i.1s k0.x 2da.3 3x 2o.w fe.4 2z.2',
  'n9w.4 1.a w.2 28.2 7k 3 4 p.2 5 47.2 q.i d 12.8 p.b 1a.3 1c 2.4 2.2 13 1v.6 2.2 2.2 c 8 1b 1f 1.3 2.2',
  '5.2 1 16.2 8 6m 2 4 fn4 kh.g g.g r1 6a 45.5 1ae.3 1.2 5.4 14.3 4 4l.2 fx.4 1t.5 8t.2 25.6 1y.b 1d.4 3f',
  '1i.f 15 2.2 a.3 1d.4 2.2 7 1p.3 10.5 1.8 1q c.2 1g.9 a.4 2 2n.3 2 1.2 6 2 4d 3.8 l.2 1l.2 3 11.7 3.5',
  '1y.6 d 1 1 e.2 2d.8 2.3 1 n 2c.6 1 4.2 1.2 6m.4 6.2 1.2 r.2 2d.8 2 1.2 2y 1 2.6 1 2t 1 2.4 1.5 77.9 1.2',
  '74.2 1 4 40.4 2.2 4 w.a 14.6 2.4 8 9.6 2.3 1a.d 1.2 5i 1.3 1 5l.7 1.6 1 2a.m 2.7 1.2 1.2 3e.6 3 1.2 1.7',
  '1 20.2 3 1 9n.2 b.2 1g.5 5 1 n 44l 6.f 8ug.c 3.3 1xc.5 1n.7 t4 1r.4 29 f5k.2 3mp.1a 2.n f4.3 h.8 2.7 u.4',
  '44.3 1iz.1j 4.1e 8 e m.5 1.f 11s.7 1.h 2.7 1.2 1.5 2s 4g.7 af 1p.4 e4.4 72.2 6r 2 7.2 5 d6.7 31.7',
  'gzhx.6o',
].join(' ')

/** Letters and numbers (general categories L*, N*). */
export const letterRuns = [
  '1c.a 7.q 6.q 1b 7.2 1 3.2 1.3 1.n 1.v 1.cq 4.c e.5 7 1 3l.5 1.2 2.4 1 6 1.3 1 1.k 1.2b 1.3v 8.4m 1.12 2',
  '6.15 1z.r 4.4 19.17 l.a 4.2 1.2r 1 f.2 7.f 2 g 1.u t.2h b e.17 9.2 4 5.m 4 9 3 n.p 7.b 5.o 1.7 g.16',
  '1m.1i 3 i 7.a 4.a 1.g 4.8 2.2 2.m 1.7 1 3.4 3 g d.2 1.3 4.c 2.6 2 8.6 4.2 2.m 1.7 1.2 1.2 1.2 v.4 1 7.a',
  '2.3 g.9 1.3 1.m 1.7 1.2 1.5 3 i f.2 4.a 9 b.8 2.2 2.m 1.7 1.2 1.5 3 u.2 1.3 4.a 1.7 b 1.6 3.3 1.4 3.2 1',
  '1.2 3.2 3.3 3.c m l.d i.8 1.3 1.n 1.g 3 q.3 1.2 2.2 4.a 8.7 1 4.8 1.3 1.n 1.a 1.5 3 u.3 1.2 4.a 1.2 h.9',
  '1.3 1.15 2 g 5.3 1.a 4.j 1.6 5.i 3.o 1.9 1 2.7 v.a h.1c 1.2 c.7 9.a 13.2 1 1.5 1.o 1 1.a 1.2 9 2.5 1 9.a',
  '2.4 w v.k c.8 1.10 r.5 37.17 k.b 6.6 4.4 3 3.2 7.3 4.d c 1.a 6.12 1 5 2.17 1.99 1.4 2.7 1 1.4 2.15 1.4',
  '2.x 1.4 2.7 1 1.4 2.f 1.1l 1.4 2.1v e.k 3.g g.2e 2.6 3.h8 2.h 1.q 5.23 3.b 7.i d.j e.i e.d 1.3 f.1g z 4',
  '3.a 6.a m.a 6.2h 7.5 2.y 1 5.1y a.v 13.14 2.5 b.18 4.q 6.b 11.n 9.1h 17.a 6.a d 2l.1b h.8 3.a 15.u d.1k',
  'q.10 s.a 3.1d 2.b 5.17 2.3 15.4 1.6 1.2 3 5.5c 1s.7q 2.6 2.12 2.6 2.8 1 1 1 1.v 2.1h 1.7 1 3.3 1.7 3.4',
  '2.6 4.d 5.3 1.7 37.2 2.6 5.b 6.d 2t 4 2.a 1 3.5 6 1 1 1.4 1.b 2.4 5.5 4 1.1m k6.1o 26.m hi.u vg.6d 6.4',
  '3.2 9 2.12 1 5 2.1k 7 g.n 9.7 1.7 1.7 1.7 1.7 1.7 1.7 1.7 28 d1.3 p.9 7.5 2.5 4.2e 6.3 1.2i 1.4 5.17',
  '1.2m 3.4 a.w 1c.g w.a u.8 1.f w.a 13.f 8w.534 1s.h3h 1v.1a 2.7h 3.s k.1b g.v 2.28 13.9 2.2v 2.2a k.h 1.3',
  '1.4 1.n d.6 a.1g e.1e s.a o.6 3 1.2 1.12 a.n p.t 7.1b s.b 6.5 1.p 1.15 n.3 1.8 4.a 6.n 3 3.1e 1 3.2 2.5',
  '2 1 o.3 2.b 7.3 c.6 2.6 2.6 9.7 1.7 1.17 1.e 6.37 d.a 6.8mc c.n 4.1d 6is.a6 2.2y 12.7 c.5 5 1.a 1.d 1.5',
  '1 1.2 1.2 1.30 x.a3 i.1s 2.1i 14.c 38.5 1.3r j.a 7.q 6.q b.2h 3.6 2.6 2.6 2.3 z.c 1.q 1.j 1.2 1.f 2.e',
  'y.3f c.19 c.1l h.2 6s.t 3.1d g.r 4.10 9.u 5.12 a.u 2.10 4.8 1.5 16.4e 2.a 6.10 4.10 4.14 8.1g c.b 1.f',
  '1.7 1.2 1.b 1.f 1.7 1.2 3.1g c.8n 9.m a.8 o.6 1.16 1.9 1x.6 2 1.18 1.2 3 2.n 2.v 2.12 8.9 1c.j 1.2 5.x',
  '4.q 6.q 12.1k 4.k 2.1b f.4 1.3 1.t a.9 n.v 1.w w.8 1.s 6.5 g.1i a.m 2.r 5.q n.7 28.21 1j.1f d.1f 7.16',
  'c.a 6.12 9.n 62.v 1.16 6.2 g.6 1k.14 8.m b.4 r.i 1a.s k.n c.1h q.u 1.2 2 d.19 w.p 7.a 9.10 f.a 4 2 8.z 3',
  'c.1c e.4 b.b 1 4.k b.i 1.p j.2 1r.7 1 1.4 1.f 1.a 7.1b h.a b.8 2.2 2.m 1.7 1.2 1.5 3 i c.5 u.a 1 2 1.12',
  '1 p 1 18.1h i.4 5.a 5.3 u.1c k.2 1 8.a 4m.1b 15.4 10.1c k b.a 12.17 d 7.a 6.k s.r l.c 4.7 55.18 38.2b',
  'c.8 2 2.8 1.2 1.o f 1 e.a 1y.8 2.13 g 1 s a.14 7 l b.1a j i.21 5j.x f.a 6.9 1.11 h f.t 5.u 34.7 1.2 1.12',
  'l 9.a 6.6 1.2 1.w e 7.a 6.18 4.a 6u.j f 1.d 1.y s.a 2e f.l 17.pm 2u.33 h.5g 218.2p f.ts h.6 p.32z 5.g7',
  '5a1.u i.a 1c6.ft 7.v 1.a 6.27 1.a 6.u i.1c g.4 c.a 1.7 1.l 5.j c0.19 3.a 5i.2f 9.p 2.p 18.23 5 1u.d 1s.2',
  '1 e.5 9.5p2 15.w 2p.37 6pp.4 1.7 1.2 1.83 f t.3 2 e.4 8.b0 1s4.2z 5.d 3.9 7.a 386.a 152.k c.k 30.p 3r.2d',
  '1.1z 1.2 2 2.2 2.4 1.c 1 1.7 1.1t 1.4 2.8 1.7 1.s 1.4 1.5 1 3.7 1.9g 2.p 1.p 1.v 1.p 1.v 1.p 1.v 1.p 1.v',
  '1.p 1.8 2.1e 1ds.v 6.6 79.1q 42.19 a.7 2.a 4 8x.u i.18 4.a d2.s 4.a 5y.u 2.b 5h.v 1.3 1.2 1.7 2.5 9.2',
  '68.7 1.4 1.2 1.f 1.5h 2.9 1c.1w 7 4.a lz.1n 1.3 1.4 24.19 1.f 5e.4 1.r 1.2 1 2 1.a 1.4 1 1 6 4 1 1 1.3',
  '1.2 1 2 1 1 1 1 1.2 1 2.4 1.7 1.4 1.4 1 1.a 1.h 5.3 1.5 1.h g4.d 25f.a sm.wyo w.3dq 2.4ge 2.5rl f.ha',
  '1wi.f2 15u.3t7 5.6ju',
].join(' ')
