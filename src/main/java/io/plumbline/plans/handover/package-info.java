/** Which plans a practitioner has something left to do in, and how they are handed over with what is booked. */
@NullMarked
package io.plumbline.plans.handover;

import org.jspecify.annotations.NullMarked;
