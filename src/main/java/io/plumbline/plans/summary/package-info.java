/** The running plan of a patient in a few facts, to show it beside what somebody writes. */
@NullMarked
@NamedInterface("summary")
package io.plumbline.plans.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
