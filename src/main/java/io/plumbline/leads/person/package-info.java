/** What identifies the person of a lead, what they told, and whether they may be contacted. Knows no lead. */
@NullMarked
package io.plumbline.leads.person;

import org.jspecify.annotations.NullMarked;
