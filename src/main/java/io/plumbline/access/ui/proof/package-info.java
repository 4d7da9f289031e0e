/** Asks for the password or a passkey before an action that reaches much. */
@NullMarked
@NamedInterface("proof")
package io.plumbline.access.ui.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
