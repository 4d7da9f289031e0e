/** Old notes: what was written in another product, as documents of a patient's record that nobody edits. */
@NullMarked
package io.plumbline.imports.oldnotes;

import org.jspecify.annotations.NullMarked;
