/** Value types of every room, the ids that cross rooms, and who is asking. Depends on no room. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.plumbline.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
