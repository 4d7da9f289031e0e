/** Handing plans over on the screen. */
@NullMarked
package io.plumbline.plans.ui.handover;

import org.jspecify.annotations.NullMarked;
