/// <reference types="vite/client" />
/// <reference path="../../../packages/evidence/page/accompanying-module.d.ts" />
