/** What every user of the store needs: entities, instants in UTC, waits and outages, and work once in a transaction. */
@NullMarked
package io.plumbline.shared.store;

import org.jspecify.annotations.NullMarked;
