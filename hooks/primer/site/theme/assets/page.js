// What every page does once it is there, each part for a reason of its own.

import "./ahead.js";
import "./colours.js";
import "./contents.js";
import "./menu.js";
import "./opening.js";
import "./printing.js";
import "./search-field.js";
import "./sharing.js";
