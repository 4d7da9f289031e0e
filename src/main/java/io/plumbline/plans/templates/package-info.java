/** Plan templates: what a plan of a kind begins with, as examples that ship and as versions that clinics publish. */
@NullMarked
@NamedInterface("templates")
package io.plumbline.plans.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
