/** The screen of possible duplicates among patients. */
@NullMarked
package io.plumbline.patients.ui.duplicates;

import org.jspecify.annotations.NullMarked;
