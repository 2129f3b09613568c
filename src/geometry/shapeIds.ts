/** Owner of all land that is drawn neutral, in one path without names. */
export const CONTEXT = 'context';

/** ISO 3166-1 numeric → alpha-3 of every state that has a shape of its own. */
const SHAPE_ID_BY_NUMBER: Readonly<Record<string, string>> = {
  '008': 'ALB',
  '020': 'AND',
  '031': 'AZE',
  '040': 'AUT',
  '051': 'ARM',
  '056': 'BEL',
  '070': 'BIH',
  '100': 'BGR',
  '112': 'BLR',
  '124': 'CAN',
  '156': 'CHN',
  '191': 'HRV',
  '196': 'CYP',
  '203': 'CZE',
  '208': 'DNK',
  '233': 'EST',
  '246': 'FIN',
  '250': 'FRA',
  '268': 'GEO',
  '276': 'DEU',
  '300': 'GRC',
  '336': 'VAT',
  '348': 'HUN',
  '352': 'ISL',
  '364': 'IRN',
  '372': 'IRL',
  '380': 'ITA',
  '392': 'JPN',
  '398': 'KAZ',
  '408': 'PRK',
  '428': 'LVA',
  '438': 'LIE',
  '440': 'LTU',
  '442': 'LUX',
  '470': 'MLT',
  '492': 'MCO',
  '498': 'MDA',
  '499': 'MNE',
  '528': 'NLD',
  '578': 'NOR',
  '616': 'POL',
  '620': 'PRT',
  '642': 'ROU',
  '643': 'RUS',
  '674': 'SMR',
  '688': 'SRB',
  '703': 'SVK',
  '705': 'SVN',
  '724': 'ESP',
  '752': 'SWE',
  '756': 'CHE',
  '792': 'TUR',
  '804': 'UKR',
  '807': 'MKD',
  '826': 'GBR',
  '840': 'USA',
};

/** Every shape's id, sorted: ISO 3166-1 alpha-3, and `KOS` for Kosovo, which has no ISO code. */
export const SHAPE_IDS: readonly string[] = [...Object.values(SHAPE_ID_BY_NUMBER), 'KOS'].sort();

/** The shape of a state by its ISO 3166-1 numeric code; `context` where it has none. */
export function shapeIdForNumber(number: string | number | undefined): string {
  return SHAPE_ID_BY_NUMBER[String(number ?? '')] ?? CONTEXT;
}
