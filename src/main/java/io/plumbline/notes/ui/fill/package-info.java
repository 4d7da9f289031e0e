/** Fills note templates in a draft, and names the fields of a note. */
@NullMarked
package io.plumbline.notes.ui.fill;

import org.jspecify.annotations.NullMarked;
