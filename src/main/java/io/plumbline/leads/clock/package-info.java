/** When a lead is called: queues, business hours, call windows and follow-ups. Knows no lead. */
@NullMarked
@NamedInterface("clock")
package io.plumbline.leads.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
