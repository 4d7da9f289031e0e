/** How jobs run: one node at a time holds the lease of a job, and a failed job runs again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.plumbline.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
