/** The screens of the forms, and the fields by which a note answers them. */
@NullMarked
@NamedInterface("ui")
package io.plumbline.forms.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
