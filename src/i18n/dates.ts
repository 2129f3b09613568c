import type { IsoDayOrMonth } from '../schema/isoDate.ts';

/** A day as "26 February 2024", a month as "February 2024"; no time zone is involved. */
export function formatDate(date: IsoDayOrMonth, language = 'en'): string {
  const key = `${language} ${date}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const text = format(date, language);
  formatted.set(key, text);
  return text;
}

/** A record has some hundreds of days, and who drags along them asks for each several times. */
const formatted = new Map<string, string>();

function format(date: IsoDayOrMonth, language: string): string {
  const hasDay = date.length === 10;
  const form = formFor(language === 'en' ? 'en-GB' : language, hasDay);
  return form.format(new Date(`${hasDay ? date : `${date}-01`}T00:00:00Z`));
}

/** Making a form costs far more than using one. */
const forms = new Map<string, Intl.DateTimeFormat>();

function formFor(language: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${String(hasDay)}`;
  const known = forms.get(key);
  if (known) return known;
  const form = new Intl.DateTimeFormat(language, {
    ...(hasDay ? { day: 'numeric' as const } : {}),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  forms.set(key, form);
  return form;
}

/** A day as "26 Feb 2024", a month as "Feb 2024". */
export function formatShortDate(date: IsoDayOrMonth): string {
  const [day, month, year] = formatDate(date.length === 10 ? date : `${date}-01`).split(' ');
  const short = (month ?? '').slice(0, 3);
  return date.length === 10 ? `${day ?? ''} ${short} ${year ?? ''}` : `${short} ${year ?? ''}`;
}
