/** What a field holds, in one sentence without its full stop, by its name in the files. */
export type FieldWords = Readonly<Record<string, string>>;

/** Fields of a position; those of a quote and a speaker as the table has them too. */
export const POSITION_WORDS: FieldWords = {
  id: 'Id of the position; does not change once published',
  actor: 'Whose position, an id of the actors',
  date: 'When it was said, YYYY-MM-DD, or YYYY-MM where the day is not established',
  counts_from: 'First day it counts on: its own, or the last of its month',
  about: 'Which soldiers; a no to one kind is no answer on another',
  stance: 'Where it stands on the scale; see on_scale',
  conditions: 'Conditions named with it; part of the stance',
  attribution: 'How it became known',
  evidence: 'Said in public, or reported by others; what was reported was not said',
  speaker: 'Who spoke; for a report, whom it is about',
  speaker_role: 'Office held on that day',
  paraphrase: 'What was said, in one neutral sentence of ours',
  quote: 'At most twelve words as spoken or published; not ours to license',
  quote_language: 'Language of the quote, ISO 639-1',
  quote_note: 'Where the wording comes from, or who translated it',
  sources: 'Ids of the sources it rests on, best first',
  confidence: 'Our own grade; low never sets a colour',
  note: 'What a reader should know besides',
  sets_standing: 'False when this speaker never sets the actor’s position',
  on_scale:
    'False for the host, a belligerent and its ally: their stance is outside the scale, do not count it',
  stands: 'True when it stands for its actor and question on the as-of day',
  as_of: 'The day the record is true for',
  url: 'Permalink',
};

/** Fields of an actor. */
export const ACTOR_WORDS: FieldWords = {
  id: 'ISO 3166-1 alpha-3 for a state; EU or NATO',
  kind: 'State or organisation',
  name: 'Name in English',
  code: 'Two to four letters, as on the ledger',
  role: 'Outside the scale (host, belligerent, ally-of-belligerent), or an organisation',
  spokesperson_rule: 'Whose word counts',
  no_position_found: 'True when nothing usable was found by the as-of day; not a refusal',
  url: 'Page of the actor',
};

/** Fields of a source. */
export const SOURCE_WORDS: FieldWords = {
  id: 'Id of the source',
  outlet: 'Who published it',
  via: 'The republisher, when the page is not the outlet’s own',
  title: 'The page’s title; in [brackets] where it is our description',
  url: 'Address of the page',
  published: 'When it was published, YYYY-MM-DD, or YYYY-MM where the day is not established',
  language: 'Language of the page, ISO 639-1',
};

/** Fields of an entry of the log of corrections. */
export const CORRECTION_WORDS: FieldWords = {
  id: 'Id of the entry; does not change',
  date: 'The day the change was published',
  kind: 'What kind of change',
  position: 'Id of the position; of one taken out, the id it had',
  changed: 'The parts that changed',
  was: 'What stood there',
  now: 'What is right, and why',
  replaced_by: 'Id of the position that took its place',
};

/** Fields of the whole record. */
export const RECORD_WORDS: FieldWords = {
  $schema: 'Address of the schema of this file',
  title: 'What the file is',
  as_of: 'The day the record is true for; it says nothing of what came after',
  license: 'SPDX id of the licence; quotes and titles of pages belong to others',
  vocabulary: 'The words of the scale and what they mean',
  actors: 'Everyone who can hold a position',
  sources: 'Every page that something rests on',
  positions: 'Every position, by day',
  corrections: 'What was published and changed since, oldest first',
};

/** Fields of the table that joins positions and sources. */
export const POSITION_SOURCE_WORDS: FieldWords = {
  position: 'Id of the position',
  source: 'Id of a source it rests on',
  rank: 'Place of the source in the position’s list, best first, from 1',
};

/** Fields of the table of conditions. */
export const CONDITION_WORDS: FieldWords = {
  id: 'Id of the condition',
  meaning: 'What it means',
};
