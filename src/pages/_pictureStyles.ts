import { lightRoles } from '../picture/lightStyles.ts';
import type { PictureStyles } from '../picture/drawPicture.ts';
import map from '../styles/map.css?raw';
import tokens from '../styles/tokens.css?raw';

/** What every picture of the site is drawn with. */
export const PICTURE_STYLES: PictureStyles = { roles: lightRoles(tokens), map };
