/** The worklist of treatment plans on the screen. */
@NullMarked
package io.plumbline.plans.ui.worklist;

import org.jspecify.annotations.NullMarked;
