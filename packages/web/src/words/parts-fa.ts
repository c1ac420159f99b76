/** What react-aria says of its parts to whoever hears the page, in Persian, which it has not; the build puts it beside its other languages. */
export const persianParts = {
  'react-aria/overlays': { dismiss: 'بستن' },
  'react-aria/datepicker': {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'پیش یا پس از ظهر',
    calendar: 'تقویم',
    startDate: 'تاریخ آغاز',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: ({ date }: { date: string }) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
      `بازهٔ انتخاب‌شده: ${startDate} تا ${endDate}`,
    selectedTimeDescription: ({ time }: { time: string }) => `ساعت انتخاب‌شده: ${time}`,
  },
  'react-aria/spinbutton': { Empty: 'خالی' },
  'react-stately/datepicker': {
    rangeUnderflow: ({ minValue }: { minValue: string }) => `باید ${minValue} یا پس از آن باشد.`,
    rangeOverflow: ({ maxValue }: { maxValue: string }) => `باید ${maxValue} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
    unavailableDate: 'این تاریخ را نمی‌توان انتخاب کرد.',
  },
  'react-aria-components': {
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر اندازه',
    dropzoneLabel: 'جای رها کردن',
    colorSwatchPicker: 'نمونه‌های رنگ',
  },
} as const
