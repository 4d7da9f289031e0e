/** Note templates: what a clinician's draft of a session note of one visit type begins with, on request. */
@NullMarked
@NamedInterface("templates")
package io.plumbline.notes.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
