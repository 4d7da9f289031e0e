/**
 * Job holds: jobs that erase or close records wait for an administrator if the clock may be wrong, or if they would remove
 * an unusual number of records.
 */
@NullMarked
@NamedInterface("holds")
package io.plumbline.jobs.holds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
