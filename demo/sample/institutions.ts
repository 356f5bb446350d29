/** Twelve made-up institutions in the four kinds of the second plan. Every name says «пример». */
export interface SampleInstitution {
  code: string;
  name: string;
  fullName: string;
  sphere: string;
  district: string;
  /** «» where there is no other of its kind to be ranked among. */
  type: string;
  recipients: number;
  site: string;
  contact: string;
  /** How good the sample answers make it, 0–1; each question strays from it a little. */
  quality: number;
  /** Share of the checklist that the sample expert finds. */
  equipped: number;
}

const of = (
  code: string,
  name: string,
  fullName: string,
  sphere: string,
  district: string,
  recipients: number,
  quality: number,
  equipped: number,
): SampleInstitution => ({
  code,
  name: `${name} (пример)`,
  fullName: `${fullName} (пример)`,
  sphere,
  district,
  recipients,
  site: `https://${code}.example`,
  contact: `${code}@example.org`,
  type: TYPES[code] ?? '',
  quality,
  equipped,
});

const TYPES: Readonly<Record<string, string>> = {
  ...{ school1: 'школа', school2: 'школа', garden: 'детский сад', art: 'дополнительное образование' },
  ...{ club: 'клуб', village: 'клуб', library: 'библиотека', museum: 'музей' },
};

const EDUCATION = 'образование';
const CULTURE = 'культура';
const HEALTH = 'здравоохранение, амбулаторно';
const SOCIAL = 'социальное обслуживание';

export const INSTITUTIONS: readonly SampleInstitution[] = [
  of('school1', 'Школа № 1', 'МБОУ «Средняя школа № 1»', EDUCATION, 'Город', 160, 0.93, 0.95),
  of('school2', 'Школа № 2', 'МБОУ «Средняя школа № 2»', EDUCATION, 'Город', 140, 0.86, 0.8),
  of('garden', 'Детский сад «Ромашка»', 'МБДОУ «Детский сад «Ромашка»', EDUCATION, 'Посёлок', 120, 0.9, 0.75),
  of('art', 'Дом детского творчества', 'МБУ ДО «Дом детского творчества»', EDUCATION, 'Город', 110, 0.95, 0.7),
  of('club', 'Районный дом культуры', 'МБУК «Районный дом культуры»', CULTURE, 'Город', 130, 0.88, 0.85),
  of(
    'library',
    'Центральная библиотека',
    'МБУК «Централизованная библиотечная система»',
    CULTURE,
    'Город',
    150,
    0.96,
    0.9,
  ),
  of('museum', 'Краеведческий музей', 'МБУК «Краеведческий музей»', CULTURE, 'Город', 100, 0.91, 0.65),
  of('village', 'Сельский клуб', 'МБУК «Сельский клуб»', CULTURE, 'Посёлок', 70, 0.8, 0.55),
  of('hospital', 'Поликлиника ЦРБ', 'МБУЗ «ЦРБ», поликлиника', HEALTH, 'Город', 200, 0.76, 0.85),
  of('ambulatory', 'Участковая амбулатория', 'МБУЗ «Участковая амбулатория»', HEALTH, 'Посёлок', 90, 0.83, 0.6),
  of('care', 'Центр социального обслуживания', 'МБУ «ЦСО»', SOCIAL, 'Город', 140, 0.94, 0.9),
  of('home', 'Отделение помощи на дому', 'МБУ «ЦСО», отделение помощи на дому', SOCIAL, 'Посёлок', 90, 0.92, 0.7),
];
