/** The call queue and the board: the open leads in the order in which they are called, and their escalation. */
@NullMarked
@NamedInterface("queue")
package io.plumbline.leads.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
