/** The words that a printed record puts around what was said, in the languages of the interface. */

import type { Form, Marking, Role, RoomKind } from '@goodoffices/core'

export const exportLanguages = ['en', 'ar', 'fa', 'fr', 'es'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

export type ExportWords = {
  readonly direction: 'ltr' | 'rtl'
  readonly rooms: Readonly<Record<RoomKind, string>>
  readonly forms: Readonly<Record<Form, string>>
  readonly markings: Readonly<Record<Marking, string>>
  readonly roles: Readonly<Record<Role, string>>
  readonly record: string
  readonly process: string
  readonly members: string
  readonly size: string
  readonly head: string
  readonly number: string
  readonly by: string
  readonly from: string
  readonly fromMediators: string
  readonly delivered: string
  readonly verbatim: string
  readonly binding: string
  readonly notBinding: string
  readonly recorded: string
  readonly inHearing: string
  readonly confirmed: string
  readonly corrected: string
  readonly releaseAsked: string
  readonly releaseGiven: string
  readonly releaseRefused: string
  readonly passedOn: string
  readonly readBack: string
  readonly offer: string
  readonly ifThey: string
  readonly thenWe: string
  readonly withdrawn: string
  readonly conveyance: string
  readonly prepared: string
  readonly cancelled: string
  readonly note: string
  readonly tableOpened: string
  readonly tableClosed: string
  readonly retentionSet: string
  readonly holdPlaced: string
  readonly holdLifted: string
  readonly joined: string
  readonly left: string
  readonly consentGiven: string
  readonly consentWithdrawn: string
  readonly termsSet: string
  readonly leadPassed: string
  readonly sheet: string
}

const en: ExportWords = {
  direction: 'ltr',
  rooms: {
    table: 'Table',
    caucus: 'Caucus',
    delegation: 'Delegation',
    desk: 'Mediators’ desk',
    group: 'Working group',
    private: 'Private notes',
  },
  forms: {
    'oral-message': 'Oral message',
    'non-paper': 'Non-paper',
    'note-verbale': 'Note verbale',
    'aide-memoire': 'Aide-mémoire',
    paper: 'Paper',
  },
  markings: {
    nothing: 'Not to be passed',
    unattributed: 'Substance only, unattributed',
    attributed: 'Substance, attributed',
    verbatim: 'Verbatim',
  },
  roles: {
    lead: 'Lead mediator',
    mediator: 'Mediator',
    principal: 'Principal',
    head: 'Head of delegation',
    delegate: 'Delegate',
    adviser: 'Adviser',
    counsel: 'Counsel',
    guarantor: 'Guarantor',
    witness: 'Witness',
    observer: 'Observer',
    depositary: 'Depositary',
    certifier: 'Certifier',
    host: 'Host',
  },
  record: 'Record',
  process: 'Process',
  members: 'Members',
  size: 'Entries in the log',
  head: 'Signed head',
  number: 'No.',
  by: 'By',
  from: 'From',
  fromMediators: 'Conveyed by the mediators',
  delivered: 'Delivered',
  verbatim: 'Verbatim',
  binding: 'Binding',
  notBinding: 'Not binding',
  recorded: 'Recorded by the mediators',
  inHearing: 'In the hearing of',
  confirmed: 'Confirmed',
  corrected: 'Corrected',
  releaseAsked: 'Release asked',
  releaseGiven: 'Release given',
  releaseRefused: 'Release refused',
  passedOn: 'Passed on',
  readBack: 'Read back',
  offer: 'Conditional offer',
  ifThey: 'If they',
  thenWe: 'then we',
  withdrawn: 'Withdrawn',
  conveyance: 'Conveyance',
  prepared: 'Prepared',
  cancelled: 'Cancelled',
  note: 'Note',
  tableOpened: 'The table was opened for direct exchange',
  tableClosed: 'The table was closed',
  retentionSet: 'How long the record is kept was stated',
  holdPlaced: 'Hold placed',
  holdLifted: 'Hold lifted',
  joined: 'Joined',
  left: 'Left',
  consentGiven: 'Consent given',
  consentWithdrawn: 'Consent withdrawn',
  termsSet: 'Terms changed',
  leadPassed: 'The lead passed to',
  sheet: 'Sheet',
}

const fr: ExportWords = {
  direction: 'ltr',
  rooms: {
    table: 'Table',
    caucus: 'Aparté',
    delegation: 'Délégation',
    desk: 'Bureau des médiateurs',
    group: 'Groupe de travail',
    private: 'Notes personnelles',
  },
  forms: {
    'oral-message': 'Message oral',
    'non-paper': 'Document officieux',
    'note-verbale': 'Note verbale',
    'aide-memoire': 'Aide-mémoire',
    paper: 'Document',
  },
  markings: {
    nothing: 'À ne pas transmettre',
    unattributed: 'Substance seule, sans attribution',
    attributed: 'Substance, avec attribution',
    verbatim: 'Mot pour mot',
  },
  roles: {
    lead: 'Médiateur principal',
    mediator: 'Médiateur',
    principal: 'Mandant',
    head: 'Chef de délégation',
    delegate: 'Délégué',
    adviser: 'Conseiller',
    counsel: 'Conseil juridique',
    guarantor: 'Garant',
    witness: 'Témoin',
    observer: 'Observateur',
    depositary: 'Dépositaire',
    certifier: 'Certificateur',
    host: 'Hôte',
  },
  record: 'Procès-verbal',
  process: 'Processus',
  members: 'Membres',
  size: 'Inscriptions au journal',
  head: 'Tête signée',
  number: 'Nº',
  by: 'Par',
  from: 'De la part de',
  fromMediators: 'Transmis par les médiateurs',
  delivered: 'Remis',
  verbatim: 'Mot pour mot',
  binding: 'Engageant',
  notBinding: 'Non engageant',
  recorded: 'Consigné par les médiateurs',
  inHearing: 'En présence de',
  confirmed: 'Confirmé',
  corrected: 'Rectifié',
  releaseAsked: 'Autorisation de transmettre demandée',
  releaseGiven: 'Autorisation donnée',
  releaseRefused: 'Autorisation refusée',
  passedOn: 'Transmis',
  readBack: 'Relecture',
  offer: 'Offre conditionnelle',
  ifThey: 'Si eux',
  thenWe: 'alors nous',
  withdrawn: 'Retiré',
  conveyance: 'Transmission',
  prepared: 'Préparée',
  cancelled: 'Annulée',
  note: 'Note',
  tableOpened: 'La table a été ouverte à l’échange direct',
  tableClosed: 'La table a été close',
  retentionSet: 'La durée de conservation a été énoncée',
  holdPlaced: 'Gel posé',
  holdLifted: 'Gel levé',
  joined: 'Arrivée',
  left: 'Départ',
  consentGiven: 'Consentement donné',
  consentWithdrawn: 'Consentement retiré',
  termsSet: 'Modalités modifiées',
  leadPassed: 'La conduite passe à',
  sheet: 'Feuillet',
}

const es: ExportWords = {
  direction: 'ltr',
  rooms: {
    table: 'Mesa',
    caucus: 'Sala aparte',
    delegation: 'Delegación',
    desk: 'Mesa de los mediadores',
    group: 'Grupo de trabajo',
    private: 'Notas personales',
  },
  forms: {
    'oral-message': 'Mensaje oral',
    'non-paper': 'Documento oficioso',
    'note-verbale': 'Nota verbal',
    'aide-memoire': 'Ayuda memoria',
    paper: 'Documento',
  },
  markings: {
    nothing: 'No transmitir',
    unattributed: 'Solo el fondo, sin atribución',
    attributed: 'El fondo, con atribución',
    verbatim: 'Textual',
  },
  roles: {
    lead: 'Mediador principal',
    mediator: 'Mediador',
    principal: 'Mandante',
    head: 'Jefe de delegación',
    delegate: 'Delegado',
    adviser: 'Asesor',
    counsel: 'Asesor jurídico',
    guarantor: 'Garante',
    witness: 'Testigo',
    observer: 'Observador',
    depositary: 'Depositario',
    certifier: 'Certificador',
    host: 'Anfitrión',
  },
  record: 'Acta',
  process: 'Proceso',
  members: 'Miembros',
  size: 'Asientos del registro',
  head: 'Cabeza firmada',
  number: 'N.º',
  by: 'Por',
  from: 'De parte de',
  fromMediators: 'Transmitido por los mediadores',
  delivered: 'Entregado',
  verbatim: 'Textual',
  binding: 'Vinculante',
  notBinding: 'No vinculante',
  recorded: 'Consignado por los mediadores',
  inHearing: 'En presencia de',
  confirmed: 'Confirmado',
  corrected: 'Corregido',
  releaseAsked: 'Autorización solicitada',
  releaseGiven: 'Autorización concedida',
  releaseRefused: 'Autorización denegada',
  passedOn: 'Transmitido',
  readBack: 'Relectura',
  offer: 'Oferta condicional',
  ifThey: 'Si ellos',
  thenWe: 'entonces nosotros',
  withdrawn: 'Retirado',
  conveyance: 'Transmisión',
  prepared: 'Preparada',
  cancelled: 'Anulada',
  note: 'Nota',
  tableOpened: 'Se abrió la mesa al diálogo directo',
  tableClosed: 'Se cerró la mesa',
  retentionSet: 'Se fijó el plazo de conservación',
  holdPlaced: 'Retención impuesta',
  holdLifted: 'Retención levantada',
  joined: 'Incorporación',
  left: 'Salida',
  consentGiven: 'Consentimiento otorgado',
  consentWithdrawn: 'Consentimiento retirado',
  termsSet: 'Condiciones modificadas',
  leadPassed: 'La conducción pasa a',
  sheet: 'Hoja',
}

const ar: ExportWords = {
  direction: 'rtl',
  rooms: {
    table: 'الطاولة',
    caucus: 'غرفة منفردة',
    delegation: 'الوفد',
    desk: 'مكتب الوسطاء',
    group: 'فريق عمل',
    private: 'ملاحظات خاصة',
  },
  forms: {
    'oral-message': 'رسالة شفوية',
    'non-paper': 'ورقة غير رسمية',
    'note-verbale': 'مذكرة شفوية',
    'aide-memoire': 'مذكرة مساعِدة',
    paper: 'ورقة',
  },
  markings: {
    nothing: 'لا يُنقل',
    unattributed: 'المضمون فقط دون نسبة',
    attributed: 'المضمون مع نسبته',
    verbatim: 'حرفيًّا',
  },
  roles: {
    lead: 'الوسيط الرئيسي',
    mediator: 'وسيط',
    principal: 'صاحب القرار',
    head: 'رئيس الوفد',
    delegate: 'مندوب',
    adviser: 'مستشار',
    counsel: 'مستشار قانوني',
    guarantor: 'ضامن',
    witness: 'شاهد',
    observer: 'مراقب',
    depositary: 'وديع',
    certifier: 'جهة تصديق',
    host: 'مضيف',
  },
  record: 'المحضر',
  process: 'العملية',
  members: 'الأعضاء',
  size: 'قيود السجل',
  head: 'رأس السجل الموقَّع',
  number: 'رقم',
  by: 'من',
  from: 'نيابةً عن',
  fromMediators: 'نقله الوسطاء',
  delivered: 'سُلِّم',
  verbatim: 'حرفيًّا',
  binding: 'ملزم',
  notBinding: 'غير ملزم',
  recorded: 'دوّنه الوسطاء',
  inHearing: 'بحضور',
  confirmed: 'تأكَّد',
  corrected: 'صُحِّح',
  releaseAsked: 'طُلب الإذن بالنقل',
  releaseGiven: 'أُذن بالنقل',
  releaseRefused: 'رُفض الإذن',
  passedOn: 'نُقل',
  readBack: 'إعادة القراءة',
  offer: 'عرض مشروط',
  ifThey: 'إذا هم',
  thenWe: 'فنحن',
  withdrawn: 'سُحب',
  conveyance: 'نقل رسالة',
  prepared: 'معدّ',
  cancelled: 'أُلغي',
  note: 'ملاحظة',
  tableOpened: 'فُتحت الطاولة للتبادل المباشر',
  tableClosed: 'أُغلقت الطاولة',
  retentionSet: 'بُيّنت مدّة الحفظ',
  holdPlaced: 'فُرض منع الإتلاف',
  holdLifted: 'رُفع منع الإتلاف',
  joined: 'انضمّ',
  left: 'غادر',
  consentGiven: 'أُعطيت الموافقة',
  consentWithdrawn: 'سُحبت الموافقة',
  termsSet: 'تغيّرت الشروط',
  leadPassed: 'انتقلت الرئاسة إلى',
  sheet: 'صحيفة',
}

const fa: ExportWords = {
  direction: 'rtl',
  rooms: {
    table: 'میز',
    caucus: 'نشست جداگانه',
    delegation: 'هیئت',
    desk: 'میز میانجی‌ها',
    group: 'کارگروه',
    private: 'یادداشت‌های شخصی',
  },
  forms: {
    'oral-message': 'پیام شفاهی',
    'non-paper': 'نوشتهٔ غیررسمی',
    'note-verbale': 'یادداشت شفاهی',
    'aide-memoire': 'یادداشت کمکی',
    paper: 'نوشته',
  },
  markings: {
    nothing: 'منتقل نشود',
    unattributed: 'فقط مضمون، بی ذکر منبع',
    attributed: 'مضمون، با ذکر منبع',
    verbatim: 'کلمه به کلمه',
  },
  roles: {
    lead: 'میانجی ارشد',
    mediator: 'میانجی',
    principal: 'تصمیم‌گیرنده',
    head: 'رئیس هیئت',
    delegate: 'نماینده',
    adviser: 'مشاور',
    counsel: 'مشاور حقوقی',
    guarantor: 'ضامن',
    witness: 'گواه',
    observer: 'ناظر',
    depositary: 'امین',
    certifier: 'تأییدکننده',
    host: 'میزبان',
  },
  record: 'صورت‌جلسه',
  process: 'روند',
  members: 'اعضا',
  size: 'ثبت‌های دفتر',
  head: 'سر امضاشدهٔ دفتر',
  number: 'شمارهٔ',
  by: 'از',
  from: 'از سوی',
  fromMediators: 'رسانده‌شده به دست میانجی‌ها',
  delivered: 'تحویل شد',
  verbatim: 'کلمه به کلمه',
  binding: 'الزام‌آور',
  notBinding: 'غیرالزام‌آور',
  recorded: 'ثبت‌شده به دست میانجی‌ها',
  inHearing: 'در حضور',
  confirmed: 'تأیید شد',
  corrected: 'اصلاح شد',
  releaseAsked: 'اجازهٔ انتقال خواسته شد',
  releaseGiven: 'اجازهٔ انتقال داده شد',
  releaseRefused: 'اجازه داده نشد',
  passedOn: 'منتقل شد',
  readBack: 'بازخوانی',
  offer: 'پیشنهاد مشروط',
  ifThey: 'اگر آنان',
  thenWe: 'آنگاه ما',
  withdrawn: 'پس گرفته شد',
  conveyance: 'انتقال پیام',
  prepared: 'آماده',
  cancelled: 'لغو شد',
  note: 'یادداشت',
  tableOpened: 'میز برای گفت‌وگوی مستقیم گشوده شد',
  tableClosed: 'میز بسته شد',
  retentionSet: 'مدت نگهداری بیان شد',
  holdPlaced: 'منع امحا ثبت شد',
  holdLifted: 'منع امحا رفع شد',
  joined: 'پیوست',
  left: 'رفت',
  consentGiven: 'رضایت داده شد',
  consentWithdrawn: 'رضایت پس گرفته شد',
  termsSet: 'شرایط تغییر کرد',
  leadPassed: 'سرپرستی سپرده شد به',
  sheet: 'برگ',
}

export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = { en, ar, fa, fr, es }
