package io.plumbline.leads.ui.queue;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.UnopenedLead;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The unopened leads, above the queue; hidden if there are none. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UnopenedLeadList extends Composite<Section> {
    private final CallQueueService leads;
    private final ClinicService clinics;
    private final Clock clock;

    UnopenedLeadList(CallQueueService leads, ClinicService clinics, Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.clock = clock;
        getContent().addClassName("just-in");
    }

    /** Reloads the unopened leads. */
    void refresh() {
        getContent().removeAll();
        var news = leads.findUnopened();
        getContent().setVisible(!news.isEmpty());
        if (news.isEmpty()) {
            return;
        }
        var heading = new H2("New");
        heading.addClassName("list-group");
        heading.setId("just-in");
        getContent().getElement().setAttribute("aria-labelledby", "just-in");
        var list = new UnorderedList();
        news.forEach(lead -> list.add(row(lead)));
        getContent().add(heading, list);
    }

    private ListItem row(UnopenedLead lead) {
        var open = new Anchor(Routes.lead(lead.id()), lead.fullName());
        open.addClassName("row-link");
        var about = lead.source().label() + " · "
                + Optional.ofNullable(lead.clinic())
                        .map(clinics.labels()::get)
                        .map(ClinicLabel::name)
                        .orElse("Group");
        var row = new ListItem(
                Ui.span("two", open, Ui.text("quiet", about)),
                Ui.clipped("line-two", lead.concern()),
                Ui.text("quiet end", ago(lead)));
        row.addClassNames("list-row", "wide-3");
        return row;
    }

    private String ago(UnopenedLead lead) {
        var age = Duration.between(lead.receivedAt(), clock.instant());
        return age.toMinutes() < 1 ? "now" : Dates.howLong(age) + " ago";
    }
}
