/** Online intakes of leads: who gets a link, and what their answers change. */
@NullMarked
package io.plumbline.leads.online;

import org.jspecify.annotations.NullMarked;
