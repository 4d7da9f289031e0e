/** Value types of all modules, the ids that cross modules, and the current user. Depends on no other module. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.plumbline.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
