import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'institution.hint': 'لا تدخل وساطة من مؤسسة أخرى جلستكم المنفردة إلا بموافقتكم، وتخرج متى طلبتم.',
  'institution.name': 'تسمية مؤسسة',
  'institution.name-hint': 'بالاسم الذي يقرؤه الجميع. جواب الطرف في جلسته المنفردة.',
  'institution.here': 'الحاضرون الآن: {names}',
  'institution.nobody': 'لا حاضر منها هنا.',
  'institution.let-go': 'إنهاء حضورهم',
  'institution.let-go-sure':
    '{names}: خروج من هذه الجلسة المنفردة ومن المكتب معًا في خطوة واحدة. ما قُرئ يبقى مقروءًا، ولا قراءة لما يأتي بعده.',
  'institution.sure-accepted-from-here':
    'تقرأ وساطة هذه المؤسسة ما يقال من الآن فصاعدًا: {institution}. ولذلك تستمر الجلسة في غرفة جديدة. وما قيل من قبل يبقى لمن هم هنا الآن.',
  'institution.sure-accepted-with-record':
    'لوساطة هذه المؤسسة أن تقرأ كل ما قيل في هذه الجلسة المنفردة: {institution}. ولا رجوع عما قُرئ.',
  'institution.sure-not-accepted':
    'لا يدخل أحد من هذه المؤسسة جلستكم المنفردة ولا المكتب: {institution}. ويمكنكم قول غير ذلك في أي وقت.',
  'institution.sure-asked-out':
    'ترى الوساطة فورًا أن على هؤلاء المغادرة: {institution}. ولا حاجة إلى موافقة أحد. ومتى تم ذلك ظهر في هذه الصفحة.',
  'institution.own': 'المؤسسة التي بدأت المحادثات',
  'institution.alone': '{name}: حضور في المكتب دون حضور في كل جلسة منفردة. الناقص: {parties}.',
  'institution.offered': 'غرفة جديدة معروضة',
  'institution.offered-hint':
    '{names} ({institution}): قراءة ما يقال فيها منذ بدايتها، دون شيء مما قيل هنا. ولا يسري ذلك إلا بموافقة الطرف.',
  'institution.adopt': 'الاستمرار في الغرفة الجديدة',
  'institution.reads': 'الحاضرون فيها من البداية: {names}.',
  'institution.stays': 'ما قيل حتى الآن يبقى هنا. يقرؤه من يقرؤه اليوم، دون: {names}.',
  'institution.kept': 'يُحفظ سجلها بالقاعدة نفسها: {basis}',
  'institution.consent-anew': 'لا تنتقل الموافقة: للطرف أن يعطيها من جديد في الغرفة الجديدة، بحدودها.',
  'institution.asks-end': 'ما طُلب هنا ولم يُجب عنه ينتهي. وما يُراد نقله يقال من جديد.',
  'institution.went-on':
    'تستمر هذه الجلسة المنفردة في غرفة جديدة يقرؤها أيضًا: {names}. تفتحها هذه الصفحة فور وصول مفاتيحها. لا يقال هنا شيء بعد ذلك.',
  'institution.from-here': 'من هنا تُتاح القراءة أيضًا لـ: {names}.',
  'institution.earlier': '{room}، قبل مجيء {names}',
  'institution.offer': 'عرض غرفة جديدة للاستمرار فيها',
  'institution.bring': 'ضمّهم إلى هنا',
  'institution.to-desk': 'ضمّهم إلى المكتب',
}
