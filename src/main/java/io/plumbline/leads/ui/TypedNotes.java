package io.plumbline.leads.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.plumbline.leads.LeadId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What somebody types during calls until it is logged: kept for the session, over a reload, a refusal and a look at
 * another lead. It stays on the server, so that nothing of it is left on a shared desk.
 */
@SpringComponent
@VaadinSessionScope
class TypedNotes {
    private final Map<LeadId, String> notes = new ConcurrentHashMap<>();

    String of(LeadId lead) {
        return notes.getOrDefault(lead, "");
    }

    void keep(LeadId lead, String typed) {
        if (typed.isEmpty()) {
            notes.remove(lead);
        } else {
            notes.put(lead, typed);
        }
    }
}
