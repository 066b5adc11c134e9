FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY src src
COPY seed seed
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
RUN mkdir /data /keys /elasticsearch-key && chown node:node /data /keys /elasticsearch-key && chmod 700 /data /keys /elasticsearch-key
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules node_modules
COPY --from=build --chown=root:root /app/dist dist
# Mappings, reference tables and the demo data are read from beside the sources.
COPY --chown=root:root mappings mappings
COPY --chown=root:root src src
COPY --chown=root:root seed seed
USER node
EXPOSE 3000
VOLUME ["/data", "/keys"]
CMD ["node", "dist/src/main.js", "serve"]
