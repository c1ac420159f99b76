import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'التخاطب المباشر مفتوح.',
  'table.open-hint': 'تتخاطب الأطراف مباشرة.',
  'table.closed': 'التخاطب المباشر مغلق.',
  'table.closed-hint': 'يتحدث كل طرف إلى الوساطة في جلسته المنفردة؛ ولا تكتب هنا إلا الوساطة.',
  'table.since': 'منذ {at}.',
  'table.do-open': 'فتح التخاطب المباشر…',
  'table.open-title': 'فتح التخاطب المباشر بين الأطراف',
  'table.do-close': 'إغلاق التخاطب المباشر',
  'table.ask': 'ستتخاطب الأطراف مباشرة. ويُبلَّغ كل طرف بذلك في جلسته المنفردة في الخطوة نفسها.',
  'table.limits': 'الحدود لدى {party}:',
  'table.heed': 'قرأت هذه الحدود، وهي مراعاة',
  'table.unconsented': '{party}: لا موافقة، أو لم تعد قائمة. لا يُفتح التخاطب المباشر من دونها.',
  'table.without-caucus':
    '{party}: لا جلسة منفردة، فقد أُتلف سجلها ومعه الموافقة. افتحوا جلسة منفردة من جديد في صفحة «المشاركون»، وفيها تُعطى الموافقة.',
  'table.note': 'ما يُقال معه في التخاطب المباشر',
}
