/** What helps with a call: the next lead, the notes typed during calls, what follows each outcome, and messages. */
@NullMarked
@NamedInterface("calling")
package io.plumbline.leads.calling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
