/** The report of leads: figures, funnel and times to contact. */
@NullMarked
@NamedInterface("report")
package io.plumbline.leads.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
