// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.knime.core.standin.JsonRpc;

/** Lets a page call the public methods of an object. */
public final class RpcDataService extends AbstractDataService {
  private final Map<String, Object> handlers;

  private RpcDataService(RpcDataServiceBuilder builder) {
    super(builder);
    handlers = Map.copyOf(builder.handlers);
  }

  /** A service with one handler, whose methods need no prefix. */
  public static <S> RpcDataServiceBuilder builder(S handler) {
    return new RpcDataServiceBuilder().addService("", handler);
  }

  /** Answers a JSON-RPC 2.0 request. */
  public String handleRpcRequest(String rpcRequest) {
    return JsonRpc.handle(handlers, rpcRequest);
  }

  /** Makes the service. */
  public static final class RpcDataServiceBuilder extends AbstractDataServiceBuilder {
    private final Map<String, Object> handlers = new LinkedHashMap<>();

    private RpcDataServiceBuilder() {}

    public RpcDataServiceBuilder addService(String name, Object handler) {
      handlers.put(name, handler);
      return this;
    }

    @Override
    public RpcDataServiceBuilder onDispose(Runnable dispose) {
      super.onDispose(dispose);
      return this;
    }

    @Override
    public RpcDataServiceBuilder onDeactivate(Runnable deactivate) {
      super.onDeactivate(deactivate);
      return this;
    }

    public RpcDataService build() {
      return new RpcDataService(this);
    }
  }
}
