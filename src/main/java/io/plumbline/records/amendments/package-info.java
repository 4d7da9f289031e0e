/** Requests of patients to amend their record, and how they were answered. */
@NullMarked
package io.plumbline.records.amendments;

import org.jspecify.annotations.NullMarked;
