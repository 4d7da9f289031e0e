/** Where the running plan of a patient stands, to show it beside what somebody writes. */
@NullMarked
@NamedInterface("standing")
package io.plumbline.plans.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
