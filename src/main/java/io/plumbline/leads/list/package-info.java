/** All leads by filters: the list, saved filters, bulk changes and the export. */
@NullMarked
@NamedInterface("list")
package io.plumbline.leads.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
