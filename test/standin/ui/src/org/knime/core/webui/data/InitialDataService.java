// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.knime.core.standin.Json;
import org.knime.core.standin.JsonReader;

/** The data that a page starts with. */
public final class InitialDataService<D> extends AbstractDataService {
  private final Supplier<D> data;
  private final Serializer<D> serializer;

  private InitialDataService(InitialDataServiceBuilder<D> builder) {
    super(builder);
    data = builder.data;
    serializer = builder.serializer;
  }

  public static <D> InitialDataServiceBuilder<D> builder(Supplier<D> data) {
    return new InitialDataServiceBuilder<>(data);
  }

  /** The data as the page gets them: the result with its warnings, or an error. */
  public String getInitialData() {
    DataServiceContext context = DataServiceContext.get();
    context.clearWarningMessages();
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      answer.put("result", serialized(data.get()));
      if (context.getWarningMessages().length > 0) {
        answer.put("warningMessages", List.of(context.getWarningMessages()));
      }
    } catch (DataServiceException e) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("message", e.getMessage());
      error.put("details", e.getDetails());
      answer.put("userError", error);
    } catch (RuntimeException | IOException e) {
      answer.put("internalError", Map.of("message", String.valueOf(e.getMessage())));
    } finally {
      context.clearWarningMessages();
    }
    return Json.write(answer);
  }

  private Object serialized(D value) throws IOException {
    String text;
    if (serializer != null) {
      text = serializer.serialize(value);
    } else {
      text = value instanceof String string ? string : Json.write(value);
    }
    return JsonReader.isJson(text) ? new Json.Raw(text) : text;
  }

  /** Writes the data as JSON. */
  @FunctionalInterface
  public interface Serializer<D> {
    String serialize(D data) throws IOException;
  }

  /** Makes the service. */
  public static final class InitialDataServiceBuilder<D> extends AbstractDataServiceBuilder {
    private final Supplier<D> data;
    private Serializer<D> serializer;

    private InitialDataServiceBuilder(Supplier<D> data) {
      this.data = data;
    }

    public InitialDataServiceBuilder<D> serializer(Serializer<D> newSerializer) {
      serializer = newSerializer;
      return this;
    }

    @Override
    public InitialDataServiceBuilder<D> onDispose(Runnable dispose) {
      super.onDispose(dispose);
      return this;
    }

    @Override
    public InitialDataServiceBuilder<D> onDeactivate(Runnable deactivate) {
      super.onDeactivate(deactivate);
      return this;
    }

    public InitialDataService<D> build() {
      return new InitialDataService<>(this);
    }
  }
}
