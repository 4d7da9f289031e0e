/** Start: the checks before it, the commands instead of it, and one sentence where it fails. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.plumbline.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
