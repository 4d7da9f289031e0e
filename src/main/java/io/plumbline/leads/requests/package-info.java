/** The public form: requests, their safety questions, and how stored submissions become leads. */
@NullMarked
@NamedInterface("requests")
package io.plumbline.leads.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
