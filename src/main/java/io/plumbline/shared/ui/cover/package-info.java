/** Takes the content of a screen out of the browser while it is locked, and puts it back. */
@NullMarked
package io.plumbline.shared.ui.cover;

import org.jspecify.annotations.NullMarked;
