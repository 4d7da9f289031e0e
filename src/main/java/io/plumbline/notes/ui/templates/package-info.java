/** The screens of the note templates. */
@NullMarked
package io.plumbline.notes.ui.templates;

import org.jspecify.annotations.NullMarked;
