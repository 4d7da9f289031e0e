package io.plumbline.documents;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.shared.NotAvailable;
import io.plumbline.support.StoreTest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A record that one may no longer see is no file, and not told apart from one that never was. */
@StoreTest
class DocumentDownloadsTest {
    @Autowired
    DocumentDownloads downloads;

    @Test
    void whatIsNotAvailableIsNotFound() throws IOException {
        isNotFound(Optional::empty);
        isNotFound(() -> {
            throw new NotAvailable();
        });
    }

    private void isNotFound(Supplier<Optional<PrintedDocument>> content) throws IOException {
        var response = mock(VaadinResponse.class);
        var event = new DownloadEvent(mock(VaadinRequest.class), response, mock(VaadinSession.class), new Element("a"));
        downloads.write(event, "session-note.pdf", content);
        verify(response).sendError(404, "Not available");
        verify(response, never()).getOutputStream();
        verify(response, never()).setContentType(any());
    }
}
