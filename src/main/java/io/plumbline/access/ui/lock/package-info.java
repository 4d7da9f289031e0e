/** The locked screen: who is signed in, and the PIN or password that opens it again. */
@NullMarked
package io.plumbline.access.ui.lock;

import org.jspecify.annotations.NullMarked;
