/** The list of leads in clinical review. */
@NullMarked
@NamedInterface("review")
package io.plumbline.leads.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
