package io.plumbline.access.ui.permissions;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.provider.DataProvider;
import io.plumbline.access.permissions.AccountName;
import io.plumbline.access.permissions.AccountRightService;
import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.access.permissions.PermissionRow;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Answers whether a person may do something, and why. */
class RightCheck extends Composite<Section> {
    private static final int FEW = 50;

    private final AccountRightService rights;
    private final ComboBox<AccountName> person = new ComboBox<>("Person");
    private final ComboBox<PermissionRow> permission = new ComboBox<>("Permission");
    private final Div answer = Ui.div("stack-1");

    /** @param about the person who is chosen at first; null for none */
    RightCheck(AccountRightService rights, @Nullable AccountName about) {
        this.rights = rights;
        person.setItemLabelGenerator(one -> one.displayName() + " (" + one.username() + ")");
        person.setItems(DataProvider.fromFilteringCallbacks(
                query -> rights.find(query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> rights.find(query.getFilter().orElse("")).size()));
        person.setPageSize(FEW);
        person.setHelperText("Type a part of the name.");
        permission.setItems(PermissionOverview.bySubject().values().stream()
                .flatMap(Collection::stream)
                .filter(row -> !row.isOfPortalAlone())
                .toList());
        permission.setItemLabelGenerator(PermissionRow::words);
        permission.setWidth("min(520px, 100%)");
        person.addValueChangeListener(e -> check());
        permission.addValueChangeListener(e -> check());
        answer.getElement().setAttribute("role", "status");
        person.setValue(about);
    }

    @Override
    protected Section initContent() {
        return Ui.card("Check access", Ui.div("cluster", person, permission), answer);
    }

    private void check() {
        answer.removeAll();
        var who = person.getValue();
        var what = permission.getValue();
        if (who == null || what == null) {
            return;
        }
        Attempt.showing(answer)
                .ifNotAvailable("This account no longer exists. Choose another person")
                .run(() -> {
                    var right = rights.check(who.id(), what.permission());
                    answer.add(
                            right.isGranted() ? StatusBadge.ok("Yes") : StatusBadge.warn("No"),
                            Ui.text("", right.sentence()));
                });
    }
}
