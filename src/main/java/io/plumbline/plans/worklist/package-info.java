/** The worklist of treatment plans: the active and on-hold plans, why each needs attention, and finding one. */
@NullMarked
@NamedInterface("worklist")
package io.plumbline.plans.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
