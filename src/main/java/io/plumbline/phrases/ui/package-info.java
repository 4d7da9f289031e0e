/** The screens of the phrases, and what inserts them where a note is written. */
@NullMarked
@NamedInterface("ui")
package io.plumbline.phrases.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
