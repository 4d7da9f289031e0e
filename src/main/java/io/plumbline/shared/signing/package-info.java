/** Signing a record: the checks before it, the code of its content, and the proof that nothing has changed. */
@NullMarked
package io.plumbline.shared.signing;

import org.jspecify.annotations.NullMarked;
