/** The locked screen: who is signed in, and the PIN, password or passkey that opens it again. */
@NullMarked
package io.plumbline.access.ui.lock;

import org.jspecify.annotations.NullMarked;
