/** Requests of patients to amend their record, and how they were answered. */
@NullMarked
@NamedInterface("amendments")
package io.plumbline.records.amendments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
