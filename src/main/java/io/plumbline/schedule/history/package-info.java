/** What visits a patient had, missed and has ahead, as days alone. */
@NullMarked
@NamedInterface("history")
package io.plumbline.schedule.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
